package io.hourglass.referral.ranking;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import org.jspecify.annotations.Nullable;

/**
 * What an inquiry was about.
 *
 * @param asked the supplier that it was sent to
 * @param category a path such as {@code Hardware/Pumps}; null if none was given
 */
public record Wish(BuyerId buyer, SupplierId asked, @Nullable String category) {}
