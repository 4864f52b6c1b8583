/** Consultations before the judge: loads what is known of them, and what the judge says as the books take it in. */
@NamedInterface("cases")
@NullMarked
package io.hourglass.chat.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
