package io.hourglass.rate.standing;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.rate.numbers.Publications;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says where suppliers stand. */
@Component
public class Standings {

    private final Publications publications;
    private final PolicyVersions<StandingPolicy> rules;
    private final DisplayChoices choices;
    private final PublicationDates dates;

    Standings(
            Publications publications,
            PolicyVersions<StandingPolicy> rules,
            DisplayChoices choices,
            PublicationDates dates) {
        this.publications = publications;
        this.rules = rules;
        this.choices = choices;
        this.dates = dates;
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
        return isDisplayMandatory(track) ? Set.of() : Set.copyOf(choices.hidden(track));
    }

    /** Whether the marketplace shows the figures of all suppliers of a track today. */
    boolean isDisplayMandatory(Track track) {
        return display(track, false, rules.all()) == Display.MANDATORY;
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
