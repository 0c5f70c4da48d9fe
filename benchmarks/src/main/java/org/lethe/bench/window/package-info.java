/** What a page costs its browser. */
@NullMarked
package org.lethe.bench.window;

import org.jspecify.annotations.NullMarked;
