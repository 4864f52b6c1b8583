package io.hourglass.portal;

import static java.util.stream.Collectors.joining;

import io.hourglass.evidence.details.Detail;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says which details were kept in part. Templates know it as {@code @keptInPart}. */
@Component("keptInPart")
public class KeptInPart {

    private final MessageSource messages;

    KeptInPart(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence in the reader's language; null if there is nothing to say. */
    public @Nullable String sentence(@Nullable Collection<Detail> details) {
        if (details == null || details.isEmpty()) {
            return null;
        }
        var locale = LocaleContextHolder.getLocale();
        var names = details.stream()
                .map(detail -> word("detail." + detail, locale))
                .collect(joining(word("detail.separator", locale)));
        return messages.getMessage("detail.keptInPart", new Object[] {names}, locale);
    }

    /** What was done, and after it what of it was kept in part. */
    public String after(String said, Collection<Detail> details) {
        var sentence = sentence(details);
        return sentence == null ? said : said + " " + sentence;
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
