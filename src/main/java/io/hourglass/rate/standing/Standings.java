package io.hourglass.rate.standing;

import io.hourglass.audit.Action;
import io.hourglass.audit.Actions;
import io.hourglass.group.Grouped;
import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.Publication;
import io.hourglass.rate.Publications;
import io.hourglass.rate.RatedSuppliers;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says where suppliers stand, and takes what they choose to show. */
@Component
public class Standings {

    private final RatedSuppliers suppliers;
    private final Publications publications;
    private final RulesOfStanding rules;
    private final DisplayChoices choices;
    private final StandingEvents events;
    private final Policies policies;
    private final Actions actions;
    private final Clock clock;

    Standings(
            RatedSuppliers suppliers,
            Publications publications,
            RulesOfStanding rules,
            DisplayChoices choices,
            StandingEvents events,
            Policies policies,
            Actions actions,
            Clock clock) {
        this.suppliers = suppliers;
        this.publications = publications;
        this.rules = rules;
        this.choices = choices;
        this.events = events;
        this.policies = policies;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * By the latest numbers that are out.
     *
     * @throws NotKnown if there is no such supplier
     */
    @Transactional(readOnly = true)
    public Standing of(SupplierId supplier) {
        return standing(publications.latest(supplier), choices.latest(supplier).shown(), rules.all());
    }

    /** All suppliers, ordered by id, by the latest numbers that are out. */
    @Transactional(readOnly = true)
    public List<Standing> all() {
        var hidden = choices.hidden();
        var versions = rules.all();
        return publications.latestOfAll().stream()
                .map(publication -> standing(publication, !hidden.contains(publication.supplier()), versions))
                .toList();
    }

    /** Whose figures buyers do not get to see; nobody while display is mandatory. */
    @Transactional(readOnly = true)
    public Set<SupplierId> hidden() {
        return display(false, rules.all()) == Display.MANDATORY ? Set.of() : Set.copyOf(choices.hidden());
    }

    /** Whether a supplier wants its rate shown to buyers. */
    public record Choice(SupplierId supplier, boolean shown) {}

    /**
     * A supplier shows or hides its rate (R25). To choose what stands already changes nothing.
     *
     * @throws NotKnown if there is no such supplier
     * @throws BadInput if it is to be hidden while display is mandatory
     */
    @Grouped
    public Standing choose(Choice choice) {
        var supplier = choice.supplier();
        var shown = choice.shown();
        if (!suppliers.isKnown(supplier)) {
            throw new NotKnown("supplier", supplier.value());
        }
        if (!shown && display(false, rules.all()) == Display.MANDATORY) {
            throw new BadInput("shown", false, "true: the marketplace has made the display mandatory");
        }
        var latest = choices.latest(supplier);
        if (latest.shown() != shown) {
            var kind = shown ? StandingEvent.Kind.SHOWN : StandingEvent.Kind.HIDDEN;
            choices.add(supplier, new DisplayChoices.Choice(latest.number() + 1, shown), clock.instant());
            actions.note(shown ? Action.SHOW_THE_RATE : Action.HIDE_THE_RATE, supplier.value(), "");
            events.add(List.of(new StandingEvent(supplier, kind, today(), clock.instant())));
        }
        return of(supplier);
    }

    private Standing standing(Publication publication, boolean shown, List<StandingPolicy> versions) {
        var policy = RulesOfStanding.inForceOn(publication.on(), versions);
        return Standing.of(publication, policy, display(shown, versions));
    }

    private Display display(boolean shown, List<StandingPolicy> versions) {
        var today = today();
        if (RulesOfStanding.inForceOn(today, versions).mandatesDisplayOn(today)) {
            return Display.MANDATORY;
        }
        return shown ? Display.SHOWN : Display.HIDDEN;
    }

    private LocalDate today() {
        return NaturalDay.of(clock.instant(), policies.zone());
    }
}
