package io.hourglass.relay.mails;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mail.Classified;
import io.hourglass.mail.Classifier;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.MailDate;
import io.hourglass.mail.ReadMail;
import io.hourglass.mail.parse.MailReader;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail that may be a reply, as far as it is read. */
public final class ReplyMail {

    private static final Pattern BY = Pattern.compile("(?:^|\\s)by\\s+([A-Za-z0-9.-]+)");

    private final ReadMail mail;
    private final Classified classified;

    private ReplyMail(ReadMail mail) {
        this.mail = mail;
        this.classified = Classifier.of(mail);
    }

    /** @throws InvalidInput if it is no mail, or its headers are larger than what is read of one */
    static ReplyMail read(byte[] bytes) {
        try {
            var read = MailReader.whole(new ByteArrayInputStream(bytes));
            if (read.refusal() != null) {
                throw new InvalidInput("body", read.refusal(), "a mail as it was received, RFC 5322");
            }
            return new ReplyMail(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param headers of what may have no body */
    public static ReplyMail of(ReadMail headers) {
        return new ReplyMail(headers);
    }

    public ReadMail mail() {
        return mail;
    }

    public Classified classified() {
        return classified;
    }

    public MailClass mailClass() {
        return classified.mailClass();
    }

    /** The address that it says it is from; empty if that is none. */
    public String from() {
        return addresses("from").findFirst().orElse("");
    }

    /** Those that got a copy. */
    List<String> cc() {
        return to("cc");
    }

    /**
     * Those in the headers, each once.
     *
     * @param headers such as {@code to}
     */
    public List<String> to(String... headers) {
        return Arrays.stream(headers).flatMap(this::addresses).distinct().toList();
    }

    /** Above and below what is quoted; it says so if there is more. */
    String text() {
        var body = mail.body();
        if (body == null) {
            return "";
        }
        var all = (body.text() + "\n\n" + body.below()).strip();
        return body.shortened() ? all + "\n[…]" : all;
    }

    /** When that server received it, if it was the last that did; in the topmost header, which nobody before it can have written. */
    Optional<Instant> receivedBy(String server) {
        var top = mail.first("received");
        var end = top.lastIndexOf(';');
        var by = BY.matcher(top);
        return !server.isEmpty()
                        && end > 0
                        && by.find()
                        && by.group(1).toLowerCase(Locale.ROOT).equals(server)
                ? Optional.ofNullable(MailDate.read(top.substring(end + 1)))
                : Optional.empty();
    }

    private Stream<String> addresses(String header) {
        return mail.all(header).flatMap(ReplyMail::parsed).filter(address -> address.contains("@"));
    }

    private static Stream<String> parsed(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false)).flatMap(ReplyMail::of);
        } catch (AddressException e) {
            return Stream.empty();
        }
    }

    private static Stream<String> of(InternetAddress address) {
        return Stream.ofNullable(address.getAddress()).map(String::strip);
    }
}
