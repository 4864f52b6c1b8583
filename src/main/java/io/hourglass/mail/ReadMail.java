package io.hourglass.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a mail, within limits: its headers, and its body where that may be read.
 *
 * @param headers in their order, names in lower case, values unfolded and decoded
 * @param body null if only headers were given
 * @param refusal why no more was read; null if nothing was left out that says who wrote it
 */
public record ReadMail(List<Header> headers, @Nullable Body body, @Nullable MailReason refusal) {

    private static final int MOST_IDS = 100;

    private static final Pattern ID = Pattern.compile("<([!-;=?A-~&&[^@]]{1,150}@[!-;=?A-~&&[^@]]{1,99})>");

    public record Header(String name, String value) {

        private static final String BETWEEN = ": ";

        /** The one that is written so, see {@link #line}. */
        public static Header of(String line) {
            var end = line.indexOf(BETWEEN);
            return new Header(line.substring(0, end), line.substring(end + BETWEEN.length()));
        }

        /** As it stands in a mail. */
        public String line() {
            return name + BETWEEN + value;
        }
    }

    /**
     * @param types the media types of its parts with their parameters, in lower case; those within a mail that is attached
     *     are that mail's
     * @param text what its writer added: no quotes, no markup
     * @param below what its writer added below a quotation that is marked line by line; empty if nothing
     * @param shortened whether the writer's text goes on behind what was read
     */
    public record Body(List<String> types, String text, String below, boolean shortened) {

        public Body {
            types = List.copyOf(types);
        }
    }

    public ReadMail {
        headers = List.copyOf(headers);
    }

    /** @param headers those that were read before it was refused */
    public static ReadMail refused(List<Header> headers, MailReason refusal) {
        return new ReadMail(headers, null, refusal);
    }

    /** @param name in lower case */
    public Stream<String> all(String name) {
        return headers.stream().filter(header -> header.name().equals(name)).map(header -> header.value()
                .strip());
    }

    public boolean has(String... names) {
        return Stream.of(names).flatMap(this::all).findAny().isPresent();
    }

    /** The first of that name, or an empty text. */
    public String first(String name) {
        return all(name).findFirst().orElse("");
    }

    /**
     * The ids in a header such as References, without their brackets. Whoever sends a mail chooses them: two mails may bear
     * the same one, and none is to be trusted.
     *
     * @return at most 100 of ASCII, none longer than 250 characters; others are skipped
     */
    public List<String> ids(String name) {
        return all(name)
                .flatMap(value -> ID.matcher(value).results())
                .map(found -> found.group(1))
                .limit(MOST_IDS)
                .toList();
    }

    /** When it says that it was sent; null if it says no instant (RFC 5322) in the years 1970 to 9999 of UTC. */
    public @Nullable Instant date() {
        return MailDate.read(first("date"));
    }

    /** The media types of the mail and of its parts, with their parameters. */
    public Stream<String> types() {
        return Stream.concat(
                all("content-type").limit(1).map(type -> type.toLowerCase(Locale.ROOT)),
                body == null ? Stream.empty() : body.types().stream());
    }

    /** An empty text if only headers were given. */
    public String text() {
        return body == null ? "" : body.text();
    }
}
