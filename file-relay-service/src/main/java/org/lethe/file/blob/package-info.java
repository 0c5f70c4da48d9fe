/** Keeps the sealed bytes of files, and nothing else of them. */
@NullMarked
package org.lethe.file.blob;

import org.jspecify.annotations.NullMarked;
