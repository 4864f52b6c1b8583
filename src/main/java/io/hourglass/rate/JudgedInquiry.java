package io.hourglass.rate;

import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.Judgement;

/** What the books take in: a judgement, and whose number it feeds. */
public record JudgedInquiry(Judgement judgement, SupplierId supplier) {}
