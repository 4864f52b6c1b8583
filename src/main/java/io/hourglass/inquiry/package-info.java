/**
 * The inquiry, from receipt to verdict: what is kept of it, and {@link io.hourglass.inquiry.Inquiries}, where it is kept. From
 * here up: {@code policy} has the rules as data, {@code judging} decides, {@code pairs} loads what belongs together, {@code books} registers the track,
 * {@code steps} and {@code path} follow the process, {@code reading} and {@code lists} answer people, {@code intake} takes in.
 */
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch",
            "batch :: processes",
            "batch :: rows",
            "access",
            "access :: accounts",
            "sla",
            "market",
            "evidence",
            "audit",
            "audit :: actions",
            "audit :: persons",
            "audit :: seals",
            "audit :: verifier",
            "policy",
            "rate",
            "rate :: books",
            "rate :: counts",
            "rate :: numbers",
            "referral",
            "referral :: links",
            "referral :: offers",
            "referral :: ranking",
            "referral :: served"
        })
@NullMarked
package io.hourglass.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
