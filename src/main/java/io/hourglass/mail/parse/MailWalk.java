package io.hourglass.mail.parse;

import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** One pass over a mail, from its first header to where enough of it is known. */
final class MailWalk {

    static final int MOST_HEADERS = 500;
    static final int MOST_OF_A_HEADER = 64 << 10;
    static final int MOST_OF_ALL_HEADERS = 256 << 10;
    static final int MOST_PARTS = 50;
    static final int MOST_LEVELS = 8;

    private static final int MOST_OF_A_TYPE = 500;

    static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(MOST_OF_A_HEADER)
            .setMaxLineLen(-1)
            .setCountLineNumbers(false)
            .build();

    private final boolean withBody;
    private final MimeTokenStream mail = new MimeTokenStream(LIMITS);
    private final List<Field> fields = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final WrittenText text = new WrittenText();
    private int bytesOfHeaders;
    private int levels;
    private int parts;
    private boolean headersRead;
    private boolean attached;

    MailWalk(boolean withBody) {
        this.withBody = withBody;
        mail.setRecursionMode(RecursionMode.M_NO_RECURSE); // a mail within is another mail
    }

    void over(InputStream bytes) throws IOException, MimeException {
        mail.parse(bytes);
        for (var state = mail.getState(); !isEnough(state); state = mail.next()) {
            take(state);
        }
    }

    private boolean isEnough(EntityState state) {
        return state == EntityState.T_END_OF_STREAM
                || (headersRead && !withBody)
                || parts > MOST_PARTS
                || levels > MOST_LEVELS;
    }

    private void take(EntityState state) throws IOException, MimeException {
        switch (state) {
            case T_FIELD -> take(mail.getField());
            case T_END_HEADER -> headersRead = true;
            case T_START_BODYPART -> {
                parts++;
                attached = false;
            }
            case T_START_MULTIPART -> levels++;
            case T_END_MULTIPART -> levels--;
            case T_BODY -> takeBody(mail.getBodyDescriptor());
            default -> {
                // the other borders of parts say nothing
            }
        }
    }

    private void take(Field field) throws MimeException {
        var name = field.getNameLowerCase();
        if (!headersRead) {
            bytesOfHeaders += field.getRaw() == null ? 0 : field.getRaw().length();
            if (bytesOfHeaders > MOST_OF_ALL_HEADERS) {
                throw new MaxHeaderLengthLimitException("all headers together");
            }
            fields.add(field);
        } else if (name.equals("content-type")) {
            types.add(cut(HeaderText.unfolded(field)).toLowerCase(Locale.ROOT));
        } else if (name.equals("content-disposition")) {
            attached = HeaderText.unfolded(field).toLowerCase(Locale.ROOT).startsWith("attachment");
        }
    }

    private static String cut(String type) {
        return type.length() > MOST_OF_A_TYPE ? type.substring(0, MOST_OF_A_TYPE) : type;
    }

    private void takeBody(BodyDescriptor body) throws IOException {
        if (!attached) {
            text.add(body, mail.getDecodedInputStream());
        }
    }

    /**
     * What was read.
     *
     * @param failure why it ends there; a body that ends early is what there is of it, headers that do are no mail
     */
    ReadMail found(@Nullable MailReason failure) {
        var headers = HeaderText.headers(fields);
        if (!headersRead || headers.isEmpty()) {
            return ReadMail.refused(headers, failure == null ? MailReason.UNREADABLE : failure);
        }
        return new ReadMail(headers, withBody ? text.body(types) : null, null);
    }
}
