namespace HealthBao.HealthCode.People;

/// <summary>A person by the two keys: the one for what lasts, and the one of a day for what ends at 24:00.</summary>
/// <param name="Lasting">Under the secret of the system.</param>
/// <param name="Today">Under the secret of the day.</param>
internal readonly record struct PersonRef(PersonKey Lasting, PersonKey Today)
{
    public override string ToString() => "person";
}
