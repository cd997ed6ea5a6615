/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line between two nodes. */
typedef struct
{
  guint  from;
  guint  to;
  double weight; /* greater than 0: the greater, the nearer */
} LiaisonNetEdge;

/**
 * liaison_net_layout:
 * @n_nodes: how many nodes
 * @edges: (element-type LiaisonNetEdge): the lines between them
 * @x: (out caller-allocates) (array length=n_nodes): from 0 to 1
 * @y: (out caller-allocates) (array length=n_nodes): from 0 to 1
 *
 * Places nodes such that their distances are those along the lines: stress majorization (Gansner, Koren and North, 2004), from a start that is always
 * the same, so that the same figures make the same picture.  Takes time with the cube of the number of nodes: some ms for a hundred.
 */
void liaison_net_layout (guint n_nodes, GArray *edges, double *x, double *y);

G_END_DECLS
