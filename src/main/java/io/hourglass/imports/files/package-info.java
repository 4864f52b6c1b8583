/** Files of facts as they are kept, how far each is, and the facts that wait for their inquiry. */
@NamedInterface("files")
@NullMarked
package io.hourglass.imports.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
