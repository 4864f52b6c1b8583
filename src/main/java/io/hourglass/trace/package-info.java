/**
 * One inquiry, or one published number, from first to last, for those who have to answer for it: supplier,
 * operations, auditor. It gathers what the modules below keep, in JSON and as a document to print; it keeps and decides nothing.
 */
@ApplicationModule(
        displayName = "Trace",
        allowedDependencies = {
            "kernel",
            "kernel :: facts",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "kernel :: tracks",
            "batch :: processes",
            "access :: callers",
            "evidence",
            "evidence :: details",
            "audit",
            "audit :: seals",
            "policy :: versions",
            "rate :: books",
            "rate :: numbers",
            "rate :: standing",
            "inquiry",
            "inquiry :: judging",
            "inquiry :: path",
            "inquiry :: policy",
            "inquiry :: reading",
            "dispute",
            "dispute :: kept",
            "mailbox :: coverage",
            "mailbox :: outages",
            "mailing :: outgoing",
            "mail",
            "mailbox",
            "relay :: mails",
            "chat",
            "chat :: cases",
            "chat :: consultations",
            "chat :: judging",
            "chat :: policy",
            "referral",
            "referral :: offers",
            "referral :: ranking"
        })
@NullMarked
package io.hourglass.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
