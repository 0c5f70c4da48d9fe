/** Tells what a file is, by its bytes, and gives it a harmless name. */
@NullMarked
package org.lethe.file.type;

import org.jspecify.annotations.NullMarked;
