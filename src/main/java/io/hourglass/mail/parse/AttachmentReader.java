package io.hourglass.mail.parse;

import io.hourglass.kernel.text.StoredText;
import io.hourglass.mail.parse.Attached.Part;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Reads what came with the text of a mail, within the limits of {@link MailReader} but for its length. */
public final class AttachmentReader {

    private static final int MOST_OF_A_NAME = 120;
    private static final String MAIL_WITHIN = "message/";
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}");
    private static final Pattern PATH = Pattern.compile(".*[/\\\\:]");

    private final MimeTokenStream mail = new MimeTokenStream(MailWalk.LIMITS);
    private final List<Part> parts = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private String disposition = "";
    private String type = "";
    private int levels;

    private AttachmentReader() {
        mail.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /** Of a mail that breaks off, or breaks the rules, what comes before that. */
    public static Attached read(byte[] mail) {
        var reader = new AttachmentReader();
        try {
            reader.over(mail);
        } catch (MimeException e) {
            reader.leftOut.add("…");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Attached(reader.parts, reader.leftOut);
    }

    private void over(byte[] bytes) throws IOException, MimeException {
        mail.parse(new ByteArrayInputStream(bytes));
        for (var state = mail.getState(); state != EntityState.T_END_OF_STREAM; state = mail.next()) {
            switch (state) {
                case T_START_HEADER -> {
                    disposition = "";
                    type = "";
                }
                case T_FIELD -> take(mail.getField());
                case T_START_MULTIPART -> levels++;
                case T_END_MULTIPART -> levels--;
                case T_BODY -> takeBody();
                default -> {
                    // the other borders of parts say nothing
                }
            }
        }
    }

    private void take(Field field) {
        switch (field.getNameLowerCase()) {
            case "content-disposition" -> disposition = HeaderText.unfolded(field);
            case "content-type" -> type = HeaderText.unfolded(field);
            default -> {
                // no other says what a part is
            }
        }
    }

    private void takeBody() throws IOException {
        var media = mail.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        if (isText(media)) {
            return;
        }
        var count = parts.size() + leftOut.size();
        var name = name().orElse("attachment-" + (count + 1));
        if (media.startsWith(MAIL_WITHIN) || levels > MailWalk.MOST_LEVELS || count >= MailWalk.MOST_PARTS) {
            leftOut.add(name);
        } else {
            parts.add(new Part(
                    name,
                    TYPE.matcher(media).matches() ? media : "application/octet-stream",
                    mail.getDecodedInputStream().readAllBytes()));
        }
    }

    /** What {@link WrittenText} reads. */
    private boolean isText(String media) {
        var text = media.equals("text/plain") || media.equals("text/html") || media.startsWith("multipart/");
        return text && !disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    private Optional<String> name() {
        return Stream.of(parameter(disposition, "filename"), parameter(type, "name"))
                .flatMap(Optional::stream)
                .map(name -> StoredText.keptLine(PATH.matcher(decoded(name)).replaceAll(""), MOST_OF_A_NAME))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /** Also of headers that are against the rules, as long as it can be found in them. */
    private static Optional<String> parameter(String header, String name) {
        var begin = header.indexOf(';');
        try {
            return begin < 0
                    ? Optional.empty()
                    : Optional.ofNullable(new ParameterList(header.substring(begin)).get(name));
        } catch (ParseException e) {
            var found = Pattern.compile("(?i)[; ]" + name + " *= *\"?([^\";]+)").matcher(header);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }

    private static String decoded(String name) {
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return name;
        }
    }
}
