using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Notices;

/// <summary>Hears that a status may have changed: of one person, or of anybody.</summary>
internal sealed class StatusChanges
{
    public Task NoteAsync(PersonRef person) => Task.CompletedTask;

    public void NoteAll()
    {
    }
}
