using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Trust;

/// <summary>The hub's register: who takes part, with which keys, and who may ask. Holds no person.</summary>
public sealed class HubDatabase(DbContextOptions<HubDatabase> options) : DbContext(options)
{
    public DbSet<ParticipantRow> Participants => Set<ParticipantRow>();

    public DbSet<DayKeyRow> DayKeys => Set<DayKeyRow>();

    public DbSet<PolicyRow> Policies => Set<PolicyRow>();

    public DbSet<PartnerRow> Partners => Set<PartnerRow>();

    public DbSet<QueryBudgetRow> QueryBudgets => Set<QueryBudgetRow>();

    public DbSet<RepeatableWriteRow> RepeatableWrites => Set<RepeatableWriteRow>();

    public DbSet<UsedIdRow> UsedIds => Set<UsedIdRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        if (Database.IsNpgsql()) model.HasDefaultSchema("hub");
        model.Entity<ParticipantRow>().HasKey(p => p.Region);
        model.Entity<DayKeyRow>().HasKey(k => k.Kid);
        model.Entity<DayKeyRow>().HasIndex(k => k.Region);
        model.Entity<PolicyRow>().HasKey(p => new { p.Destination, p.Version });
        model.UseOpenIddict<PartnerRow, PartnerAuthorizationRow, PartnerScopeRow, PartnerTokenRow, string>();
        model.Entity<QueryBudgetRow>().HasKey(b => new { b.ClientId, b.Day });
        model.Entity<RepeatableWriteRow>().HasKey(w => new { w.Owner, w.Key });
        model.Entity<RepeatableWriteRow>().HasIndex(w => w.Expires);
        model.Entity<UsedIdRow>().HasKey(u => new { u.Issuer, u.Id });
        model.Entity<UsedIdRow>().HasIndex(u => u.Expires);
        model.Entity<RevisionRow>().HasKey(r => r.Id);
        model.Entity<RevisionRow>().Property(r => r.Id).ValueGeneratedNever();
    }
}
