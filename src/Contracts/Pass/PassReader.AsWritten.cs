namespace HealthBao.Contracts.Pass;

/// <summary>
/// The short way for claims in the very form that <see cref="PassClaims"/> writes, which is the form of nearly every pass. It decides
/// the grammar only; what the values mean is judged by the same code either way. Any other order goes the long way.
/// </summary>
internal ref partial struct PassReader
{
    internal bool IsAsWritten(ReadOnlySpan<byte> claims)
    {
        var form = new WrittenForm(claims);
        return AreClaims(ref form) && IsPatient(ref form) && IsObservation(ref form)
            && form.Piece("},\"fullUrl\":\"resource:1\"}]},\"fhirVersion\":\"4.0.1\"}}}"u8) && form.Ended;
    }

    private bool AreClaims(ref WrittenForm form)
    {
        var read = form.Piece("{\"iss\":\""u8) && form.Text(out issuer)
            && form.Piece("\",\"nbf\":"u8) && form.Number(out notBefore)
            && form.Piece(",\"status\":{\"status_list\":{\"uri\":\""u8) && form.Text(out uri)
            && form.Piece("\",\"idx\":"u8) && form.Number(out var idx) && idx <= int.MaxValue && (index = (int)idx) >= 0
            && form.Piece("}},\"exp\":"u8) && form.Number(out expires)
            && form.Piece(",\"vc\":{\"rid\":\""u8) && form.Text(out rid);
        return read && form.Piece("\",\"type\":[\"https://smarthealth.cards#health-card\"],\"credentialSubject\":{\"fhirBundle\":{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["u8);
    }

    private bool IsPatient(ref WrittenForm form)
    {
        var read = form.Piece("{\"resource\":{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\""u8) && form.Text(out fhir.IdentifierSystem)
            && form.Piece("\",\"value\":\""u8) && form.Text(out fhir.IdentifierValue) && form.Piece("\"}],\"name\":[{"u8);
        if (!read) return false;
        fhir.HasGiven = form.Piece("\"given\":[\""u8);
        if (fhir.HasGiven && (!form.Text(out fhir.Given) || fhir.Given.IsEmpty || !form.Piece("\"],"u8))) return false;
        return form.Piece("\"family\":\""u8) && form.Text(out fhir.Family) && form.Piece("\"}]},\"fullUrl\":\"resource:0\"},"u8);
    }

    private bool IsObservation(ref WrittenForm form)
    {
        var read = form.Piece("{\"resource\":{\"resourceType\":\"Observation\",\"subject\":{\"reference\":\"resource:0\"},\"code\":{\"coding\":[{\"system\":\""u8)
            && form.Piece(PassVocabulary.ObservationSystem) && form.Piece("\",\"code\":\"health-code-status\"}]},\"issued\":\""u8) && form.Text(out fhir.Issued)
            && form.Piece("\",\"effectivePeriod\":{\"start\":\""u8) && form.Text(out fhir.Start)
            && form.Piece("\",\"end\":\""u8) && form.Text(out fhir.End)
            && form.Piece("\"},\"status\":\"final\",\"valueCodeableConcept\":{\"coding\":[{\"system\":\""u8)
            && form.Piece(PassVocabulary.StatusSystem) && form.Piece("\",\"code\":\""u8) && form.Text(out fhir.SharedCode)
            && form.Piece("\"},{\"system\":\""u8) && form.Text(out fhir.NativeSystem)
            && form.Piece("\",\"code\":\""u8) && form.Text(out fhir.NativeCode) && form.Piece("\"}]}"u8);
        if (!read) return false;
        fhir.HasAuthority = form.Piece(",\"performer\":[{\"identifier\":{\"system\":\""u8);
        return !fhir.HasAuthority
            || (form.Piece(PassVocabulary.AuthoritySystem) && form.Piece("\",\"value\":\""u8) && form.Text(out fhir.Authority) && form.Piece("\"}}]"u8));
    }
}
