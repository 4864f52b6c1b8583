package io.hourglass.mailing.links;

import io.hourglass.kernel.text.UrlBase64;
import io.hourglass.messages.signing.ProgramKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Signs links in mails, and reads them back. A link says what can be done with it, by which account, with what, and until when; it cannot be
 * guessed, altered, or used for another end. Nothing is kept of it.
 */
@Component
public class MailLinks {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://[^\\s<>\"]{1,300})?/mail/(?:confirm|unsubscribe|inquiries)/[A-Za-z0-9_-]+");
    private static final int SIGNATURE = 32;
    private static final String BREAK = "\n";

    private final ProgramKey key;
    private final Clock clock;

    MailLinks(ProgramKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** What can be done by a link. */
    public enum Purpose {
        /** Say that mail to an address arrives. */
        CONFIRM,
        /** Switch off one kind of mail, or all. */
        UNSUBSCRIBE,
        /** Reject an inquiry, or report it as spam. */
        OBJECT
    }

    /**
     * @param account whose it is
     * @param about the address, the kind, or the inquiry
     * @param expires the last instant at which it does anything
     */
    public record Link(Purpose purpose, String account, String about, Instant expires) {}

    /** The same each time, for the same link; a part of a path that needs no encoding. */
    public String sign(Link link) {
        var text = String.join(
                BREAK,
                link.purpose().name(),
                String.valueOf(link.expires().toEpochMilli()),
                link.account(),
                link.about());
        var words = text.getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(key.mac("mail link" + BREAK + text), SIGNATURE + words.length);
        System.arraycopy(words, 0, signed, SIGNATURE, words.length);
        return UrlBase64.encoded(signed);
    }

    /** Empty if this is none of ours for that purpose, or it has expired. */
    public Optional<Link> read(Purpose purpose, String text) {
        var signed = UrlBase64.decoded(text);
        if (signed.length <= SIGNATURE) {
            return Optional.empty();
        }
        var words = new String(signed, SIGNATURE, signed.length - SIGNATURE, StandardCharsets.UTF_8);
        var parts = List.of(words.split(BREAK, -1));
        var isOurs = MessageDigest.isEqual(Arrays.copyOf(signed, SIGNATURE), key.mac("mail link" + BREAK + words));
        return isOurs && parts.get(0).equals(purpose.name())
                ? Optional.of(link(purpose, parts))
                        .filter(link -> !clock.instant().isAfter(link.expires()))
                : Optional.empty();
    }

    /** The text, with words in the place of whatever looks as a link of ours does. */
    public String without(String text, String words) {
        return LINK.matcher(text).replaceAll(Matcher.quoteReplacement(words));
    }

    private static Link link(Purpose purpose, List<String> parts) {
        return new Link(purpose, parts.get(2), parts.get(3), Instant.ofEpochMilli(Long.parseLong(parts.get(1))));
    }
}
