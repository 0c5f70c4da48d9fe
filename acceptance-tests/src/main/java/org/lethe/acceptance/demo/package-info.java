/** The way through the suite, gone by itself, with a look into every store at the end. */
@NullMarked
package org.lethe.acceptance.demo;

import org.jspecify.annotations.NullMarked;
