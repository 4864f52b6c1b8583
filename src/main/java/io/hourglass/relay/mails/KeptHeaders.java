package io.hourglass.relay.mails;

import io.hourglass.kernel.text.StoredText;
import io.hourglass.mail.ReadMail;
import io.hourglass.mail.ReadMail.Header;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Of a mail's headers those by which an auditor sees why it was taken for what it was; of who sent it the host alone. */
final class KeptHeaders {

    static final String FROM_HOST = "from-host";

    private static final int MOST = 500;
    private static final List<String> NAMES = List.of(
            "message-id",
            "date",
            "received",
            "in-reply-to",
            "references",
            "subject",
            "auto-submitted",
            "precedence",
            "x-auto-response-suppress",
            "x-ms-exchange-inbox-rules-loop",
            "list-id");

    private KeptHeaders() {}

    /** The first of each name. */
    static List<Header> of(ReadMail mail, String from) {
        var host = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Stream.concat(
                        NAMES.stream().map(name -> new Header(name, mail.first(name))),
                        Stream.of(new Header(FROM_HOST, host)))
                .map(header -> new Header(header.name(), StoredText.keptLine(header.value(), MOST)))
                .filter(header -> !header.value().isEmpty())
                .toList();
    }
}
