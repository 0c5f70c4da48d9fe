/** What is measured: each scenario is one question. */
@NullMarked
package org.lethe.bench.scenario;

import org.jspecify.annotations.NullMarked;
