package io.hourglass.relay.mails;

import io.hourglass.kernel.text.StoredText;
import io.hourglass.mail.ReadMail;
import io.hourglass.mail.ReadMail.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Of a mail's headers those by which an auditor sees why it was taken for what it was; of who sent it the host alone. */
public final class KeptHeaders {

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

    /** What a mailbox gives away of a mail is kept without what names mails, people or servers. */
    private static final Set<String> NOT_OF_MAILBOX = Set.of("message-id", "received", "in-reply-to", "references");

    private KeptHeaders() {}

    /** The first of each name. */
    static List<Header> of(ReadMail mail, String from) {
        return kept(Stream.concat(
                NAMES.stream().map(name -> new Header(name, mail.first(name))), Stream.of(fromHost(from))));
    }

    /** Of one that was read in a mailbox: to how many it went, not to whom (R24). */
    public static List<Header> ofMailbox(ReplyMail mail) {
        var headers = NAMES.stream()
                .filter(name -> !NOT_OF_MAILBOX.contains(name))
                .map(name -> new Header(name, mail.mail().first(name)));
        var counts = Stream.of("to", "cc")
                .map(name -> new Header(
                        name + "-count", Integer.toString(mail.to(name).size())));
        return kept(Stream.of(headers, Stream.of(fromHost(mail.from())), counts).flatMap(Function.identity()));
    }

    private static Header fromHost(String from) {
        return new Header(FROM_HOST, from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    private static List<Header> kept(Stream<Header> headers) {
        return headers.map(header -> new Header(header.name(), StoredText.keptLine(header.value(), MOST)))
                .filter(header -> !header.value().isEmpty())
                .toList();
    }
}
