package io.hourglass.persons;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.Seals;
import io.hourglass.batch.Batched;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.Track;
import java.util.List;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/**
 * Forgets a buyer: what was written in its cases and about them, and who it was. Its pseudonym takes the place of its id, so that the
 * ledger and closed books stay as they are; its open inquiries end as withdrawn. What comes in later under the old id is another person's.
 */
@Component
public class ErasePerson {

    private final KnownPersons persons;
    private final CasesOfAllTracks cases;
    private final List<PersonalPlace> places;
    private final Seals seals;
    private final Pseudonyms pseudonyms;
    private final Actions actions;

    ErasePerson(
            KnownPersons persons,
            CasesOfAllTracks cases,
            List<PersonalPlace> places,
            Seals seals,
            Pseudonyms pseudonyms,
            Actions actions) {
        this.persons = persons;
        this.cases = cases;
        this.places = places;
        this.seals = seals;
        this.pseudonyms = pseudonyms;
        this.actions = actions;
    }

    /** @param cases how many the person had, by track */
    public record Erased(BuyerId pseudonym, SortedMap<Track, Integer> cases) {

        public int of(Track track) {
            return cases.getOrDefault(track, 0);
        }
    }

    /** @throws NotFound if the buyer has no case, account or name and is in no other place, or has been erased */
    @Batched
    public Erased erase(BuyerId buyer) {
        var person = persons.buyer(buyer);
        cases.end(person);
        seals.hold();
        var given = pseudonyms.given(person.names());
        places.forEach(place -> place.erase(person, name -> given.getOrDefault(name, "")));
        var pseudonym = new BuyerId(given.getOrDefault(buyer.value(), ""));
        var numbers = cases.numbers(person);
        actions.note(Action.ERASE_A_PERSON, pseudonym.value(), cases.counted(numbers));
        return new Erased(pseudonym, numbers);
    }
}
