package io.hourglass.rate;

import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/** Judges inquiries from their facts, many at once. Implemented by the modules that have inquiries. */
public interface DaySettlement {

    /** Every inquiry received on that day, as of now. */
    List<JudgedInquiry> judgeDay(LocalDate day);

    /** The day is settled: these verdicts stand. Called once for each day, in day order, in the close's transaction. */
    void daySettled(LocalDate day, List<JudgedInquiry> judged);

    /** Of the pair of that inquiry, every inquiry received on that day, as of now. */
    List<JudgedInquiry> judgePair(InquiryId inquiry, LocalDate day);

    /** The days of that inquiry and of all that mails or findings tie to it, in their order. */
    SortedSet<LocalDate> daysOfThread(InquiryId inquiry);

    /** Every inquiry that the supplier received on those days, both included, as of now. */
    List<JudgedInquiry> judgeSupplier(SupplierId supplier, LocalDate from, LocalDate to);

    /** The same, on the facts and earlier verdicts alone that there were at that instant. */
    List<JudgedInquiry> judgeSupplier(SupplierId supplier, LocalDate from, LocalDate to, Instant stoodAt);
}
