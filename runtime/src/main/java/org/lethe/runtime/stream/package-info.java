/** Bytes that flow while a client takes them, and their end at once. */
@NullMarked
package org.lethe.runtime.stream;

import org.jspecify.annotations.NullMarked;
