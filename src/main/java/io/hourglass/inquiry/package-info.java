/**
 * The inquiry, from receipt to verdict. Its use cases record a fact first, have the judge look at the pair again, and then
 * wake the process if it still lives. Ports: {@link io.hourglass.inquiry.Inquiries} and
 * {@link io.hourglass.inquiry.InquiryWorkflow}; what a trace asks for: {@link io.hourglass.inquiry.InquirySearch},
 * {@link io.hourglass.inquiry.TimerFirings} and {@link io.hourglass.inquiry.ProcessState}.
 */
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "batch :: processes",
            "batch :: rows",
            "access",
            "sla",
            "market",
            "evidence",
            "audit",
            "audit :: verifier",
            "rate",
            "rate :: books",
            "rate :: counts",
            "rate :: numbers",
            "referral",
            "referral :: ranking"
        })
@NullMarked
package io.hourglass.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
