package io.hourglass.rate.standing;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.batch.Batched;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.numbers.PublicationDates;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what suppliers choose to show (R25). */
@Component
public class ChooseDisplay {

    private final Standings standings;
    private final ByTrack<RatedSubjects> subjects;
    private final DisplayChoices choices;
    private final StandingFeed events;
    private final PublicationDates dates;
    private final Actions actions;
    private final Clock clock;

    ChooseDisplay(
            Standings standings,
            List<RatedSubjects> subjects,
            DisplayChoices choices,
            StandingFeed events,
            PublicationDates dates,
            Actions actions,
            Clock clock) {
        this.standings = standings;
        this.subjects = new ByTrack<>(subjects);
        this.choices = choices;
        this.events = events;
        this.dates = dates;
        this.actions = actions;
        this.clock = clock;
    }

    /** Whether a supplier wants its rate shown to buyers. */
    public record Choice(Subject subject, boolean shown) {}

    /**
     * A supplier shows or hides its rate (R25). To choose what stands already changes nothing.
     *
     * @throws NotFound if there is no such supplier
     * @throws InvalidInput if it is to be hidden while display is mandatory
     */
    @Batched
    public Standing choose(Choice choice) {
        var subject = choice.subject();
        var shown = choice.shown();
        RatedSubjects.requireKnown(subjects, subject);
        if (!shown && standings.isDisplayMandatory(subject.track())) {
            throw new InvalidInput("shown", false, "true: the marketplace has made the display mandatory");
        }
        var latest = choices.latest(subject);
        if (latest.shown() != shown) {
            var kind = shown ? StandingEvent.Kind.SHOWN : StandingEvent.Kind.HIDDEN;
            choices.add(subject, new DisplayChoices.Choice(latest.number() + 1, shown), clock.instant());
            actions.note(shown ? Action.SHOW_THE_RATE : Action.HIDE_THE_RATE, subject.id(), "");
            events.add(List.of(new StandingEvent(subject, kind, dates.today(subject.track()), clock.instant())));
        }
        return standings.of(subject);
    }
}
