package io.hourglass.mailbox.sync;

import io.hourglass.kernel.ids.SupplierId;

/**
 * That a node reads a mailbox.
 *
 * @param number larger than that of any claim of it before
 */
public record Claim(SupplierId supplier, long number) {}
