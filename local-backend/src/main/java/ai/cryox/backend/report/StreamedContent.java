package ai.cryox.backend.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSTypedData;

/// What is signed, read once and never held whole.
///
/// @param content is closed by whoever opened it
record StreamedContent(InputStream content) implements CMSTypedData {
  @Override
  public ASN1ObjectIdentifier getContentType() {
    return CMSObjectIdentifiers.data;
  }

  @Override
  public Object getContent() {
    return content;
  }

  @Override
  public void write(OutputStream out) throws IOException, CMSException {
    content.transferTo(out);
  }
}
