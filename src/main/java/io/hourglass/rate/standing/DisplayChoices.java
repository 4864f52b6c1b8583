package io.hourglass.rate.standing;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.util.Set;

/** The choices of suppliers; the default is shown. */
public interface DisplayChoices {

    /** @param number how often the supplier has chosen so far; 0: never */
    record Choice(int number, boolean shown) {}

    Choice latest(Subject subject);

    Set<Subject> hidden(Track track);

    /**
     * @param choice numbered one more than the latest, on whose strength it was made
     * @throws org.springframework.dao.DuplicateKeyException if the same supplier has chosen elsewhere since
     */
    void add(Subject subject, Choice choice, Instant at);
}
