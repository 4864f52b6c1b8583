package io.hourglass.portal.alternatives;

import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says of the number behind an offer that it is another than was published first, or than it is since. */
@Component
class RestatedInWords {

    private final Publications publications;
    private final Viewer viewer;
    private final MessageSource messages;

    RestatedInWords(Publications publications, Viewer viewer, MessageSource messages) {
        this.publications = publications;
        this.viewer = viewer;
        this.messages = messages;
    }

    /**
     * @param askedAt when the offer was made, with the numbers of then
     * @return null where the number stands as it was published first, and where there was none
     */
    @Nullable
    String behindOffer(SupplierId supplier, Instant askedAt, Locale locale) {
        var revisions = publications.asOutAt(supplier.subject(), askedAt);
        if (revisions.size() > 1) {
            var last = revisions.get(revisions.size() - 1);
            return say("rate.restated.since", locale, at(last), last.timely(), last.countable());
        }
        return revisions.stream()
                .filter(PublishedNumber::isRestated)
                .findFirst()
                .map(number -> say("rate.restated", locale, at(number)))
                .orElse(null);
    }

    private String at(PublishedNumber number) {
        return new ZonedFormat(viewer.zone()).toTheSecond(number.publishedAt());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
