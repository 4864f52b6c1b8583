package io.hourglass.evidence.details;

import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.MessageId;
import io.hourglass.kernel.text.StoredText;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the details of one fact as they were sent, keeps each as far as it can be, and notes those kept in part. */
public final class Details {

    public static final int MAX_ADDRESS = 254;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@,;<>\"]+@[^\\s\\p{Cntrl}@,;<>\"]+");

    private final Set<Detail> inPart = EnumSet.noneOf(Detail.class);

    public Details() {}

    /** @param before details of which what is sent now is a part already */
    public Details(Set<Detail> before) {
        inPart.addAll(before);
    }

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

    /** Its name alone. */
    public Channel kept(Channel sent) {
        if (sent.isKeptInPart()) {
            inPart.add(Detail.CHANNEL);
        }
        return sent.kept();
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

    /**
     * The mails nearest to the one that answers them: a thread's mails name the mails before them, and what lies further
     * back is not looked for.
     *
     * @return up to a hundred ids, as {@link MessageId#answered} has them
     */
    public List<String> answered(List<String> inReplyTo, List<String> references) {
        var most = Detail.REFERENCES.most();
        var replied = MessageId.answered(inReplyTo, List.of()).size();
        var all = MessageId.answered(inReplyTo, references);
        if (replied > Detail.IN_REPLY_TO.most()) {
            inPart.add(Detail.IN_REPLY_TO);
        }
        if (all.size() > Math.max(replied, most)) {
            inPart.add(Detail.REFERENCES);
        }
        return all.size() > most ? all.subList(0, most) : all;
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
