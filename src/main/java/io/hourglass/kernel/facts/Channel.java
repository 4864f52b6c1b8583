package io.hourglass.kernel.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.Messages;
import io.hourglass.kernel.text.StoredText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where something was written, in the marketplace's own terms (R14). There is no list of channels and no rule reads one (ADR 31):
 * any text is taken, and kept as far as it fits.
 *
 * @param name as it is kept: 1 to 32 characters on one line, without blanks at either end
 * @param sent as its source wrote it, by which a repetition is recognised
 */
public record Channel(String name, String sent) {

    public static final int MAX_LENGTH = 32;

    private static final String WORDS = "io.hourglass.kernel.channels";

    /** Of those who name none. */
    public static final Channel WEB = new Channel("WEB");

    public static final Channel DISPUTE = new Channel("DISPUTE");
    public static final Channel ERASURE = new Channel("ERASURE");
    public static final Channel INBOX = new Channel("INBOX");
    public static final Channel LINK = new Channel("LINK");
    public static final Channel LOG = new Channel("LOG");
    public static final Channel MAIL = new Channel("MAIL");
    /** By mail from the supplier's own mailbox, as it was read there. */
    public static final Channel MAILBOX = new Channel("MAILBOX");
    /** By mail to the address of an inquiry. */
    public static final Channel RELAY = new Channel("RELAY");

    public static final Channel REFERRAL = new Channel("REFERRAL");

    public Channel {
        if (name.isEmpty() || !name.equals(StoredText.keptLine(name, MAX_LENGTH))) {
            throw new InvalidInput("channel", name, "1 to 32 characters on one line, no blank at either end");
        }
    }

    /** One that is kept. */
    public Channel(String name) {
        this(name, name);
    }

    /** @param sent null or without a character that shows: {@link #WEB} */
    public static Channel sent(@Nullable String sent) {
        if (sent == null) {
            return WEB;
        }
        var name = StoredText.keptLine(sent, MAX_LENGTH);
        return new Channel(name.isEmpty() ? WEB.name : name, sent);
    }

    @Override
    @JsonValue
    public String name() {
        return name;
    }

    /** The name alone, as it is known once it is kept. */
    public Channel kept() {
        return new Channel(name);
    }

    /** Whether less of it is kept than was sent. */
    public boolean isKeptInPart() {
        var said = sent.strip();
        return !said.isEmpty() && !said.equals(name);
    }

    /** Whether there are words of ours for it. Of the others there is no end. */
    public boolean isOurs() {
        return Messages.of(WORDS, Locale.ROOT).containsKey(name);
    }

    /** What people read: of a channel without words of ours its name. */
    public String label(Locale locale) {
        var words = Messages.of(WORDS, locale);
        return words.containsKey(name) ? words.getString(name) : name;
    }

    @Override
    public String toString() {
        return name;
    }
}
