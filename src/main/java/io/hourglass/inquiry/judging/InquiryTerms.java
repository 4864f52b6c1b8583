package io.hourglass.inquiry.judging;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackTerms;

/** What the track of inquiries registers of names. */
public final class InquiryTerms {

    public static final TrackTerms TERMS = new TrackTerms(
            Track.INQUIRY, InquiryId::new, InquiryState.values(), InquiryRule.values(), InquiryFactKind.values());

    private InquiryTerms() {}
}
