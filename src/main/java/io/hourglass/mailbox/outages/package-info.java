/**
 * Outages of the platform, which operations declare and an auditor consents to: by them no supplier is to be harmed
 * (decisions, verdict 6).
 */
@NamedInterface("outages")
@NullMarked
package io.hourglass.mailbox.outages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
