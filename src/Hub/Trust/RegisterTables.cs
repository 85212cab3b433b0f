using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Trust;

/// <summary>Makes the register's tables and its revision, where they are not there yet.</summary>
internal static class RegisterTables
{
    private const int Attempts = 5;

    /// <summary>Of several nodes that start together one makes the tables; the others' attempt fails, and the next finds them made.</summary>
    public static async Task EnsureAsync(IDbContextFactory<HubDatabase> databases, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var database = await databases.CreateDbContextAsync(cancellation);
                await database.Database.EnsureCreatedAsync(cancellation);
                if (await database.Revisions.AnyAsync(cancellation)) return;
                database.Revisions.Add(new());
                await database.SaveChangesAsync(cancellation);
                return;
            }
            catch (Exception e) when (attempt < Attempts && e is (DbException or DbUpdateException))
            {
                // Another node was first, or the next attempt says what is really wrong.
            }
        }
    }
}
