/** The same with more and more: what one costs must not depend on how many there are. */
@NullMarked
package org.lethe.bench.growth;

import org.jspecify.annotations.NullMarked;
