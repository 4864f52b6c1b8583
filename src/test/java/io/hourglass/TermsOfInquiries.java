package io.hourglass;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.CaseId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.Track;
import io.hourglass.kernel.TrackTerms;
import java.util.Collection;
import java.util.List;

/** For adapters that are tried without the program. */
public final class TermsOfInquiries implements TrackTerms {

    public static final List<TrackTerms> ALONE = List.of(new TermsOfInquiries());

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public CaseId caseOf(String value) {
        return new InquiryId(value);
    }

    @Override
    public Collection<InquiryState> states() {
        return List.of(InquiryState.values());
    }

    @Override
    public Collection<InquiryFactKind> factKinds() {
        return List.of(InquiryFactKind.values());
    }

    @Override
    public InquiryFactKind factKind(String name) {
        return InquiryFactKind.valueOf(name);
    }

    @Override
    public InquiryState state(String name) {
        return InquiryState.valueOf(name);
    }

    @Override
    public InquiryRule rule(String name) {
        return InquiryRule.valueOf(name);
    }
}
