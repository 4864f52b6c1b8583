package io.hourglass.kernel.ids;

/** The marketplace's own id of an inquiry; it is also the business key of its process. Ordered by Unicode code point. */
public record InquiryId(String value) implements CaseId, Comparable<InquiryId> {

    public InquiryId {
        ExternalId.check("inquiry", value, ExternalId.MAX_LENGTH);
    }

    /** Of an inquiry that the program makes itself: callers cannot use it. */
    public static InquiryId own(String what, String of) {
        return new InquiryId(ExternalId.OWN + what + ExternalId.OWN + of);
    }

    /** @throws ClassCastException if it is the id of a case of another track */
    public static InquiryId of(CaseId id) {
        return (InquiryId) id;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public int compareTo(InquiryId other) {
        return ExternalId.BY_CODE_POINT.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
