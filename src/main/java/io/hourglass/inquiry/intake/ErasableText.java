package io.hourglass.inquiry.intake;

import io.hourglass.kernel.InquiryId;
import java.util.Collection;

/** What people wrote about inquiries beside their facts. Implemented by the modules that keep it. */
public interface ErasableText {

    /** Empties all texts about those inquiries, of any author: they may name their buyer. */
    void erase(Collection<InquiryId> inquiries);
}
