@NullMarked
package org.lethe.contracts.tree;

import org.jspecify.annotations.NullMarked;
