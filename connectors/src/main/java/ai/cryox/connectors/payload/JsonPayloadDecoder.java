package ai.cryox.connectors.payload;

import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Fault.Reason;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.PayloadDecoder;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import ai.cryox.core.routing.RouteTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The seed's JSON as it comes from devices: one object or an array of objects, read as every kind
/// of message that the routes say. Thread-safe.
public final class JsonPayloadDecoder implements PayloadDecoder {
  /// Of a payload with more faults the rest are told in one sentence, so that a small payload
  /// cannot fill the rejected lane.
  static final int KEPT_FAULTS = 100;

  /// What UTF-8's decoder puts in the place of bytes that are none.
  private static final char REPLACEMENT = '\uFFFD';

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String EXPECTED = "one JSON object or an array of objects is expected.";

  private final JsonFactory json = WireJson.factory();
  private final Supplier<RouteTable> routes;

  /// @param routes asked once for each payload, so that a change is in force with the next one
  public JsonPayloadDecoder(Supplier<RouteTable> routes) {
    this.routes = routes;
  }

  @Override
  public Decoded decode(Origin origin, byte[] payload) {
    RouteTable table = routes.get();
    List<Message> usual =
        mayBeReadings(table, table.route(origin)) ? UsualReadings.read(origin, payload) : null;
    return usual == null ? decodeAny(origin, payload, table) : new Decoded(usual, List.of());
  }

  /// Whether what has a reading's members alone is read as one.
  private static boolean mayBeReadings(RouteTable table, Set<Endpoint> endpoints) {
    return endpoints.contains(Endpoint.TEMPERATURE)
        || endpoints.contains(Endpoint.EVENTS)
        || table.hasFallback();
  }

  /// Understands any payload, usual or not.
  Decoded decodeAny(Origin origin, byte[] payload, RouteTable table) {
    Set<Endpoint> endpoints = table.route(origin);
    if (endpoints.isEmpty()) {
      return Decoded.failed(Reason.NO_ROUTE, noRoute(origin));
    }
    String text = new String(payload, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return Decoded.failed(Reason.MALFORMED_JSON, "The payload is empty; " + EXPECTED);
    }
    if (text.charAt(0) == BYTE_ORDER_MARK) {
      return Decoded.failed(
          Reason.MALFORMED_JSON,
          "The payload starts with a byte order mark; send plain UTF-8 without one.");
    }
    Run run = new Run(text, hasForeignBytes(text, payload));
    run.decode(new ElementReader(origin, endpoints, table.hasFallback(), run));
    return run.decoded();
  }

  private static String noRoute(Origin origin) {
    String device = origin.deviceId() == null ? origin.source() : origin.deviceId();
    return "No route takes this message of %s on %s; add a route for it or enable the route %s."
        .formatted(Value.cut(device), Value.cut(origin.topic()), Route.FALLBACK_NAME);
  }

  private static boolean hasForeignBytes(String text, byte[] payload) {
    return text.indexOf(REPLACEMENT) >= 0
        && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), payload);
  }

  /// One payload on its way.
  private final class Run implements ElementReader.Findings {
    private final String text;
    private final boolean foreignBytes;
    private final List<Message> messages = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private String where = "";
    private int faultCount;

    Run(String text, boolean foreignBytes) {
      this.text = text;
      this.foreignBytes = foreignBytes;
    }

    void decode(ElementReader reader) {
      try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
        readPayload(parser, reader);
      } catch (JacksonException broken) {
        refuse(Reason.MALFORMED_JSON, WireJson.words(broken));
      }
    }

    Decoded decoded() {
      if (faultCount > KEPT_FAULTS) {
        faults.add(
            new Fault(
                Reason.MALFORMED_JSON,
                "%d further elements of this payload could not be used either."
                    .formatted(faultCount - KEPT_FAULTS)));
      }
      return new Decoded(messages, faults);
    }

    private void readPayload(JsonParser parser, ElementReader reader) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        readElement(parser, reader);
      } else if (first == JsonToken.START_ARRAY) {
        readArray(parser, reader);
      } else {
        refuse(Reason.MALFORMED_JSON, "The payload is " + Value.cut(text) + "; " + EXPECTED);
        return;
      }
      if (parser.nextToken() != null) {
        refuse(Reason.MALFORMED_JSON, "Something follows after the payload's end; " + EXPECTED);
      }
    }

    private void readArray(JsonParser parser, ElementReader reader) {
      int number = 0;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        number++;
        if (token == JsonToken.START_OBJECT) {
          where = "Element " + number + ": ";
          readElement(parser, reader);
        } else {
          parser.skipChildren();
          refuse(Reason.MALFORMED_JSON, "Element " + number + " of the array is no JSON object.");
        }
      }
      if (number == 0) {
        refuse(Reason.MALFORMED_JSON, "The array is empty; " + EXPECTED);
      }
    }

    private void readElement(JsonParser parser, ElementReader reader) {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      Members members = Members.read(parser, text);
      int end = (int) parser.currentLocation().getCharOffset();
      if (foreignBytes && text.substring(start, end).indexOf(REPLACEMENT) >= 0) {
        refused(Reason.MALFORMED_JSON, "It holds bytes that are no UTF-8.");
        return;
      }
      reader.read(members);
    }

    @Override
    public void found(Message message) {
      messages.add(message);
    }

    @Override
    public void refused(Reason reason, String detail) {
      refuse(reason, where + detail);
    }

    private void refuse(Reason reason, String detail) {
      if (++faultCount <= KEPT_FAULTS) {
        faults.add(new Fault(reason, detail));
      }
    }
  }
}
