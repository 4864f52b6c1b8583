package io.hourglass.evidence;

import io.hourglass.kernel.StoredText;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the details of one fact as they were sent, keeps each as far as it can be, and notes those kept in part. */
public final class Details {

    public static final int MAX_ADDRESS = 254;

    /** Of those who name none. */
    public static final String DEFAULT_CHANNEL = "WEB";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@,;<>\"]+@[^\\s\\p{Cntrl}@,;<>\"]+");

    private final Set<Detail> inPart = EnumSet.noneOf(Detail.class);

    /** What cannot be stored in it is replaced, and what is too long cut off. */
    public @Nullable String text(Detail detail, @Nullable String sent) {
        return sent == null ? null : noted(detail, sent, StoredText.kept(sent, detail.most()));
    }

    /** The same on one line, without blanks at either end; null if nothing is left. */
    public @Nullable String line(Detail detail, @Nullable String sent) {
        if (sent == null) {
            return null;
        }
        var kept = noted(detail, sent.strip(), StoredText.keptLine(sent, detail.most()));
        return kept.isEmpty() ? null : kept;
    }

    /** Of one that is blank the channel of those who name none. */
    public String channel(String sent) {
        return Objects.requireNonNullElse(line(Detail.CHANNEL, sent), DEFAULT_CHANNEL);
    }

    /** The first of those that are mail addresses; what is none is left out. */
    public List<String> addresses(List<String> sent) {
        var kept =
                sent.stream().filter(Details::isAddress).limit(Detail.CC.most()).toList();
        if (kept.size() < sent.size()) {
            inPart.add(Detail.CC);
        }
        return kept;
    }

    /** Those of which something is missing, in the order of {@link Detail}. */
    public Set<Detail> inPart() {
        return Collections.unmodifiableSet(inPart);
    }

    private String noted(Detail detail, String sent, String kept) {
        if (!kept.equals(sent)) {
            inPart.add(detail);
        }
        return kept;
    }

    private static boolean isAddress(String text) {
        return text.length() <= MAX_ADDRESS
                && StoredText.isStorable(text)
                && ADDRESS.matcher(text).matches();
    }
}
