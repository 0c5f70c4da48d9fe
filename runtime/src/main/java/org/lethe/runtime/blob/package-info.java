/** Where the sealed bytes of files lie. */
@NullMarked
package org.lethe.runtime.blob;

import org.jspecify.annotations.NullMarked;
