package io.hourglass.rate.standing;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.batch.Batched;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Subject;
import io.hourglass.kernel.Track;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.policy.PolicyVersions;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.rate.numbers.Publications;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says where suppliers stand, and takes what they choose to show. */
@Component
public class Standings {

    private final ByTrack<RatedSubjects> subjects;
    private final Publications publications;
    private final PolicyVersions<StandingPolicy> rules;
    private final DisplayChoices choices;
    private final StandingEvents events;
    private final PublicationDates dates;
    private final Actions actions;
    private final Clock clock;

    Standings(
            List<RatedSubjects> subjects,
            Publications publications,
            PolicyVersions<StandingPolicy> rules,
            DisplayChoices choices,
            StandingEvents events,
            PublicationDates dates,
            Actions actions,
            Clock clock) {
        this.subjects = new ByTrack<>(subjects);
        this.publications = publications;
        this.rules = rules;
        this.choices = choices;
        this.events = events;
        this.dates = dates;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * By the latest numbers that are out.
     *
     * @throws NotFound if there is no such supplier
     */
    @Transactional(readOnly = true)
    public Standing of(Subject subject) {
        return standing(publications.latest(subject), choices.latest(subject).shown(), rules.all());
    }

    /** All subjects of a track, ordered by id, by the latest numbers that are out. */
    @Transactional(readOnly = true)
    public List<Standing> all(Track track) {
        var hidden = choices.hidden(track);
        var versions = rules.all();
        return publications.latestOfAll(track).stream()
                .map(publication -> standing(publication, !hidden.contains(publication.subject()), versions))
                .toList();
    }

    /** Suppliers whose figures are hidden from buyers; none while display is mandatory. */
    @Transactional(readOnly = true)
    public Set<Subject> hidden(Track track) {
        return display(track, false, rules.all()) == Display.MANDATORY ? Set.of() : Set.copyOf(choices.hidden(track));
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
        if (!shown && display(subject.track(), false, rules.all()) == Display.MANDATORY) {
            throw new InvalidInput("shown", false, "true: the marketplace has made the display mandatory");
        }
        var latest = choices.latest(subject);
        if (latest.shown() != shown) {
            var kind = shown ? StandingEvent.Kind.SHOWN : StandingEvent.Kind.HIDDEN;
            choices.add(subject, new DisplayChoices.Choice(latest.number() + 1, shown), clock.instant());
            actions.note(shown ? Action.SHOW_THE_RATE : Action.HIDE_THE_RATE, subject.id(), "");
            events.add(List.of(new StandingEvent(subject, kind, dates.today(subject.track()), clock.instant())));
        }
        return of(subject);
    }

    private Standing standing(Publication publication, boolean shown, List<StandingPolicy> versions) {
        var policy = StandingKind.inForceOn(publication.on(), versions);
        return Standing.of(publication, policy, display(publication.subject().track(), shown, versions));
    }

    private Display display(Track track, boolean shown, List<StandingPolicy> versions) {
        var today = dates.today(track);
        if (StandingKind.inForceOn(today, versions).mandatesDisplayOn(today)) {
            return Display.MANDATORY;
        }
        return shown ? Display.SHOWN : Display.HIDDEN;
    }
}
