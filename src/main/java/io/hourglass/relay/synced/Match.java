package io.hourglass.relay.synced;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.relay.mails.FoundInMailbox.MatchedBy;

/** The inquiry that a mail is about, and what says so. */
record Match(Inquiry inquiry, MatchedBy by) {}
