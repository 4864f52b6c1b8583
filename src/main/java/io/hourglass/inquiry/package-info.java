/**
 * The inquiry, from receipt to verdict: what is kept of it, and {@link io.hourglass.inquiry.Inquiries}, where it is kept. From
 * here up: {@code policy} has the rules as data, {@code judging} decides, {@code pairs} loads what belongs together, {@code books} registers the track,
 * {@code threads} finds inquiries by ids of mails, {@code steps} and {@code path} follow the process, {@code reading} and {@code lists} answer people, {@code intake} takes in.
 */
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {
            "kernel",
            "kernel :: events",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "batch :: processes",
            "batch :: rows",
            "access :: accounts",
            "access :: callers",
            "sla",
            "sla :: days",
            "market",
            "market :: buyers",
            "evidence",
            "evidence :: details",
            "evidence :: input",
            "audit",
            "audit :: actions",
            "audit :: entries",
            "audit :: persons",
            "audit :: seals",
            "audit :: verifier",
            "persons",
            "policy",
            "policy :: versions",
            "rate",
            "rate :: books",
            "rate :: counts",
            "rate :: numbers",
            "rate :: provisional",
            "referral",
            "referral :: links",
            "referral :: offers",
            "referral :: ranking",
            "referral :: served",
            "mailbox :: coverage",
            "mailbox :: outages",
            "messages :: rules"
        })
@NullMarked
package io.hourglass.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
