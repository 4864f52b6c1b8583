package io.hourglass.inquiry.intake;

import io.hourglass.kernel.ids.InquiryId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Facts that are here before their inquiry. Implemented by the module that takes such facts in. */
public interface ParkedFacts {

    /** By inquiry, in the order of their occurrence; one without any is absent. */
    Map<InquiryId, List<FactReport>> of(Collection<InquiryId> inquiries);

    /** They wait no longer. */
    void placed(InquiryId inquiry);
}
