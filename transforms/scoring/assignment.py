"""The best one-to-one pairing of rows and columns."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def best_pairs(weights: Floats) -> list[tuple[int, int]]:
    """(row, column) pairs, each row and column in at most one, whose weights have the largest sum.

    `weights` is (rows, columns); as many pairs come back as the shorter side has. By shortest
    augmenting paths (Jonker and Volgenant 1987), in O(shorter^2 * longer).
    """
    if weights.shape[0] > weights.shape[1]:
        return [(row, column) for column, row in best_pairs(weights.T)]
    rows, columns = weights.shape
    cost = -weights
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    row_of, column_of = np.full(columns, -1), np.full(rows, -1)
    for row in range(rows):
        came_from, column = _shortest_path(cost, row, row_of, row_price, column_price)
        before = -1
        while before != row:
            before = int(came_from[column])
            row_of[column] = before
            column_of[before], column = column, int(column_of[before])
    return list(enumerate(column_of.tolist()))


def _shortest_path(
    cost: Floats, start: int, row_of: Ints, row_price: Floats, column_price: Floats
) -> tuple[Ints, int]:
    """The cheapest way from a row to a free column, and that column; the prices are updated.

    The way is given backwards: for each column reached, the row that it was reached from.
    """
    columns = cost.shape[1]
    distance, came_from = np.full(columns, np.inf), np.full(columns, -1)
    is_open = np.ones(columns, dtype=bool)
    row, nearest, passed = start, 0.0, []
    while True:
        reached = nearest + cost[row] - row_price[row] - column_price
        is_nearer = is_open & (reached < distance)
        distance[is_nearer], came_from[is_nearer] = reached[is_nearer], row
        column = int(np.argmin(np.where(is_open, distance, np.inf)))
        nearest, is_open[column] = float(distance[column]), False
        if row_of[column] < 0:
            break
        passed.append(column)
        row = int(row_of[column])
    row_price[start] += nearest
    row_price[row_of[passed]] += nearest - distance[passed]
    column_price[passed] -= nearest - distance[passed]
    return came_from, column
