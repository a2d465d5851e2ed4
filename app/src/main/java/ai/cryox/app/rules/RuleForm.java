package ai.cryox.app.rules;

import javafx.scene.Node;

/// The fields of a card of rules, filled with what holds. FX thread only.
///
/// @param <T> the rules
interface RuleForm<T> {
  /// What is shown.
  Node node();

  /// Where the keyboard goes.
  Node first();

  /// Makes it a picture of what holds, for those who may not change it.
  void freeze();

  /// What was typed.
  ///
  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  T typed();
}
