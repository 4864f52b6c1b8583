package io.hourglass.persons;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.OfTrack;
import java.util.Collection;
import java.util.List;

/** Which cases of a track are a buyer's, as the track registers it. */
public interface CasesOfPersons extends OfTrack {

    /** The name of a field that has the id of a case: small letters. */
    String field();

    /** What more than one are called in a note of what was done. */
    String plural();

    /** In the order of their ids. */
    List<? extends CaseId> of(BuyerId buyer);

    /**
     * Holds them until the transaction ends, and ends what still waits for somebody who is about to be forgotten.
     *
     * @param cases of this track
     */
    void end(Collection<CaseId> cases);

    /** How many of these of this track are what {@link #plural} says. */
    default int number(Collection<CaseId> cases) {
        return cases.size();
    }

    /**
     * Buyers of its cases in whose id or name words begin with all that were typed.
     *
     * @throws io.hourglass.kernel.InvalidInput if it is longer than what can be searched for
     */
    ListPage<BuyerId> called(String typed, PageQuery page);
}
