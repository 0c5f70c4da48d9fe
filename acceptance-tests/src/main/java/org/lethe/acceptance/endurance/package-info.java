/**
 * {@code ./lethe test --long}: visitors and operators over connections that flake, while services
 * die and what they stand on goes away; by seed, and judged by what must hold all the same.
 */
@NullMarked
package org.lethe.acceptance.endurance;

import org.jspecify.annotations.NullMarked;
