import styles from './badge-image.module.css';

interface Props {
  url: string;
  /** "Systems integration, Practitioner". */
  name: string;
  /** Height in CSS pixels; the width follows the artboard. */
  size?: number;
}

/** The badge as it was struck, cut for its size: small ones drop what nobody could read. It is a picture: the proof is the signature. */
export function BadgeImage({ url, name, size = 96 }: Props) {
  return (
    <img
      className={styles.badge}
      src={`${url}${url.includes('?') ? '&' : '?'}size=${size}`}
      alt={name}
      height={size}
      width={size}
      loading="lazy"
    />
  );
}
